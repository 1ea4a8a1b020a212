package import Kernel

#if canImport(Glibc)
    import Glibc
#endif

extension Instant {
    /// The moment by the machine's clock: asked once a request, here and nowhere else.
    package static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
