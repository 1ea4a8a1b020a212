import Testing

@testable import PlanFormat
