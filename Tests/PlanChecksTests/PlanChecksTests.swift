import Testing

@testable import PlanChecks
