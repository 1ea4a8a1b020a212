import Testing

@testable import Timescales
