import Kernel
import Markup
import Site

extension FieldError {
    init(_ refusal: some Refusal) {
        self.init(refusal.field, refusal.sentence)
    }
}

extension PasswordRule {
    /// What is wrong with a new password and its repetition.
    func errors(in form: Fields) -> [FieldError] {
        let password = form.exact("password")
        if let refusal = refusal(of: password) { return [FieldError(refusal)] }
        guard form.exact("again") == password else { return [FieldError(PasswordRefusal.notTheSame)] }
        return []
    }
}

extension Markup {
    /// A new password, twice.
    mutating func newPasswordFields(_ entry: Entry) {
        passwordField(
            "password", "New password", in: entry,
            hint: "At least 14 characters. Three random words work well. You can paste it.", isNew: true)
        passwordField("again", "The same password again", in: entry, isNew: true)
    }
}
