package poolscope.ui.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.watch.WatchRule;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.DiscardQuestion;
import poolscope.ui.parts.FormInputs;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FilterText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.WatchRulesText;

/// The form of a watch rule.
public final class WatchRuleFormController implements AutoCloseable {
    private final WatchRulesModel model;
    private final Optional<WatchRule> rule;
    private final Texts texts;
    private final WatchRulesText words;
    private final FilterText filters;
    private final Runnable close;
    private final List<CheckBox> choices = new ArrayList<>();

    @FXML
    private Label title;
    @FXML
    private TextField ruleName;
    @FXML
    private TextField ruleFilter;
    @FXML
    private Label filterProblem;
    @FXML
    private ComboBox<WatchRule.Trigger> trigger;
    @FXML
    private VBox connectionFields;
    @FXML
    private CheckBox allConnections;
    @FXML
    private VBox connections;
    @FXML
    private Label problem;
    @FXML
    private Button keepRule;
    @FXML
    private VBox fields;
    @FXML
    private Label notSaved;
    @FXML
    private Button cancelRule;
    private Optional<DiscardQuestion> discardQuestion = Optional.empty();
    private Subscription subscriptions = Subscription.EMPTY;

    /// @param rule
    ///            the rule to change; empty for a new one
    public WatchRuleFormController(WatchRulesModel model, Optional<WatchRule> rule, WatchRulesText words, Texts texts,
            Runnable close) {
        this.model = model;
        this.rule = rule;
        this.texts = texts;
        this.words = words;
        this.close = close;
        filters = new FilterText(texts);
    }

    @FXML
    private void initialize() {
        var draft = rule.map(WatchRulesModel::draft).orElseGet(model::draft);
        title.setText(texts.format(rule.isPresent() ? "watch.form.edit" : "watch.form.new"));
        ruleName.setText(draft.name());
        trigger.setConverter(new ChoiceConverter<>(words::trigger));
        trigger.getItems().setAll(WatchRule.Trigger.values());
        trigger.setValue(draft.trigger());
        ruleFilter.textProperty().subscribe(text -> showFilterProblem(text));
        ruleFilter.setText(filters.print(draft.filter()));
        allConnections.setSelected(draft.isForAll());
        for (var serviceAndProject : model.connections()) {
            var choice = new CheckBox(words.connection(serviceAndProject.name()));
            choice.setMnemonicParsing(false);
            choice.setUserData(serviceAndProject.id());
            choice.setSelected(draft.connections().contains(serviceAndProject.id()));
            allConnections.selectedProperty()
                    .subscribe(all -> DisabledReason.set(choice, all ? texts.format("watch.connections.not") : ""));
            choices.add(choice);
        }
        connections.getChildren().setAll(choices);
        SceneNodeVisibility.show(connectionFields, choices.size() > 1 || !draft.isForAll());
        SceneNodeVisibility.show(problem, false);
        var question = new DiscardQuestion(cancelRule, notSaved, texts.format("form.discard"), this::typed);
        subscriptions = FormInputs.onChange(fields, question::withdraw);
        discardQuestion = Optional.of(question);
    }

    private void showFilterProblem(String text) {
        var refusal = model.refusal(text);
        filterProblem.setText(refusal.map(this::sentence).orElse(""));
        SceneNodeVisibility.show(filterProblem, refusal.isPresent());
    }

    private String sentence(WatchRulesModel.Refusal refusal) {
        return switch (refusal) {
            case WatchRulesModel.Refusal.NameMissing _ -> texts.format("watch.refused.name", WatchRule.LONGEST_NAME);
            case WatchRulesModel.Refusal.FilterInvalid(var wrong) -> filters.problem(wrong);
            case WatchRulesModel.Refusal.FilterNeedsNodes _ -> texts.format("watch.faulty.nodes");
            case WatchRulesModel.Refusal.FilterTooLong _ ->
                texts.format("watch.refused.filter", WatchRule.LONGEST_FILTER);
            case WatchRulesModel.Refusal.NoConnection _ -> texts.format("watch.refused.connection");
        };
    }

    private WatchRulesModel.Draft typed() {
        var chosen = choices.stream()
                .filter(CheckBox::isSelected)
                .map(choice -> String.valueOf(choice.getUserData()))
                .toList();
        return new WatchRulesModel.Draft(ruleName.getText(), ruleFilter.getText(), trigger.getValue(),
                allConnections.isSelected(), chosen);
    }

    @FXML
    private void keep() {
        var refusal = model.keep(rule, typed());
        problem.setText(refusal.map(this::sentence).orElse(""));
        SceneNodeVisibility.show(problem, refusal.isPresent());
        if (refusal.isEmpty()) close.run();
    }

    @FXML
    private void cancel() {
        discardQuestion.filter(DiscardQuestion::mayClose).ifPresent(_ -> close.run());
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
