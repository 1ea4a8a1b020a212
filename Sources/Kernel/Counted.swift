/// `1 action`, `38 actions`; none is said as `0 actions`, since it is a count.
package func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
}
