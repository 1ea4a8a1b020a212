extension String {
    /// Itself, or nothing where it is empty: for fields that were left blank.
    package var nilIfEmpty: String? { isEmpty ? nil : self }
}
