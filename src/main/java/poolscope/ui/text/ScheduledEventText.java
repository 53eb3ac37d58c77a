package poolscope.ui.text;

import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.node.ScheduledEvent;

/// Words for the kinds of maintenance that the service documents; another word is kept as sent.
final class ScheduledEventText {
    private final Texts texts;

    ScheduledEventText(Texts texts) {
        this.texts = texts;
    }

    String type(ScheduledEvent event) {
        return switch (event.type().asText("")) {
            case "system-maintenance" -> texts.format("maintenance.type.system");
            case "node_maintenance" -> texts.format("maintenance.type.node");
            case "node_reboot" -> texts.format("maintenance.type.reboot");
            case "node_redeploy" -> texts.format("maintenance.type.redeploy");
            case "localdisk-recovery" -> texts.format("maintenance.type.disk");
            case "node_localdisk_recovery" -> texts.format("maintenance.type.nodeDisk");
            default -> ExternalTextCleaner.of(event.type().asText(PoolFieldText.UNKNOWN));
        };
    }
}
