package poolscope.demo;

/// The one IAM user of the test cloud: what `POST /v3/auth/tokens` accepts.
public record IamAccount(String domain, String user, String password) {
    /// Without the password, so that a log of the settings does not hold it.
    @Override
    public String toString() {
        return "Account[domain=" + domain + ", user=" + user + "]";
    }
}
