package poolscope.connection;

/// Validates typed names.
final class ConnectionNameValidation {
    /// In UTF-16 units; longer names are usually pasted by mistake.
    static final int MAX_LENGTH = 200;

    private ConnectionNameValidation() {}

    /// The name of a group, an account or a user, stripped of surrounding blanks; may be empty.
    static ValidationResult<String> name(String typed, ValidationError validationError) {
        String text = typed.strip();
        boolean shows = text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
        return shows ? ValidationResult.accepted(text) : ValidationResult.refused(validationError);
    }

    /// Like [#name], but not empty.
    static ValidationResult<String> user(String typed) {
        return name(typed, ValidationError.USER_MALFORMED).then(text -> text.isEmpty()
                ? ValidationResult.refused(ValidationError.USER_EMPTY)
                : ValidationResult.accepted(text));
    }
}
