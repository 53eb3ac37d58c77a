package poolscope.connection;

/// The door for words that a person gives to a connection.
final class ConnectionText {
    /// In characters; longer ones are pasted by mistake.
    static final int LONGEST_NAME = 200;

    private ConnectionText() {}

    /// The name of a group, an account or a user without blanks around it; may be empty.
    static Checked<String> name(String typed, Flaw flaw) {
        String text = typed.strip();
        boolean shows = text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
        return shows ? Checked.accepted(text) : Checked.refused(flaw);
    }

    /// Like [#name], but something must be there.
    static Checked<String> user(String typed) {
        return name(typed, Flaw.USER_MALFORMED)
                .then(text -> text.isEmpty() ? Checked.refused(Flaw.USER_EMPTY) : Checked.accepted(text));
    }
}
