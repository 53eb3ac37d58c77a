package poolscope.ui.about;

import java.util.List;

/// Entries of the reference under one title.
record ReferenceSection(String title, List<ReferenceEntry> entries) {}
