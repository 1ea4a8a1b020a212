import Kernel
import Testing

struct IDTests {
    private enum Thing {}

    @Test func `a hundred thousand made in one millisecond are all different, and stay in the order of time`()
    {
        let now = Instant(milliseconds: 1_795_000_000_000)
        let made = (0..<100_000).map { _ in ID<Thing>.make(at: now) }
        #expect(Set(made).count == made.count)
        let later = ID<Thing>.make(at: Instant(milliseconds: now.milliseconds + 1))
        #expect(made.allSatisfy { $0 < later })
    }

    @Test func `an identity survives being printed and read`() {
        let id = ID<Thing>.make(at: Instant(milliseconds: 1_795_000_000_000))
        #expect(ID<Thing>(id.description) == id)
        #expect(ID<Thing>("not an identity") == nil)
    }
}
