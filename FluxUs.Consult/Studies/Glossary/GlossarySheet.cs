using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Studies;

/// <summary>A table of terms as it was brought, read to the last cell: what cannot be taken is refused by the name of its cell.</summary>
internal sealed class GlossarySheet
{
    private const int MostRows = 2000;

    private static readonly string[] Languages = ["fr", "nl", "en"];

    private readonly Dictionary<int, string> _columns = [];
    private readonly List<Refusal> _refusals = [];
    private readonly List<GlossaryContents> _rows = [];
    private readonly Dictionary<string, string> _places = [];

    private GlossarySheet()
    {
    }

    public IReadOnlyList<GlossaryContents> Rows => _rows;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    private bool Has(string column) => _columns.ContainsValue(column);

    public static GlossarySheet Of(SheetText text, string fileName)
    {
        var sheet = new GlossarySheet();
        sheet.ReadHeads(text.Cells.Where(cell => cell.Row == 1));
        if (sheet._refusals.Count > 0) return sheet;
        var lines = text.Cells.Where(cell => cell.Row > 1).GroupBy(cell => cell.Row).ToList();
        if (lines.Count == 0) sheet.Refuse("GlossaryEmpty", fileName);
        else if (lines.Count > MostRows) sheet.Refuse("GlossaryTooLong", lines.Count, MostRows);
        else foreach (var line in lines) sheet.ReadLine([.. line]);
        return sheet;
    }

    private void ReadHeads(IEnumerable<SheetCell> heads)
    {
        foreach (var head in heads)
        {
            var name = GlossaryTable.Columns.Select(column => column.Name).FirstOrDefault(name => name.Equals(head.Text, StringComparison.OrdinalIgnoreCase));
            if (name is null) Refuse("GlossaryUnknownHead", head.Name, ImportNotes.Shorten(head.Text));
            else if (Has(name)) Refuse("GlossaryHeadTwice", head.Name, name);
            else _columns.Add(head.Column, name);
        }

        foreach (var language in Languages.Where(language => _refusals.Count == 0 && !Has(language))) Refuse("GlossaryNeedsHead", SheetCell.NameOf(1, 1), language);
    }

    private void ReadLine(List<SheetCell> line)
    {
        foreach (var cell in line)
        {
            if (!_columns.TryGetValue(cell.Column, out var column)) Refuse("GlossaryCellWithoutHead", cell.Name, ImportNotes.Shorten(cell.Text));
            else if (Most(column) is var most && cell.Text.Length > most) Refuse("GlossaryCellTooLong", cell.Name, cell.Text.Length, most);
            else if (Languages.Contains(column) && cell.Text.Contains('\n', StringComparison.Ordinal)) Refuse("GlossaryCellHasLines", cell.Name);
        }

        string Text(string column) => line.Find(cell => _columns.GetValueOrDefault(cell.Column) == column)?.Text ?? "";
        var contents = new GlossaryContents(new LocalText(Text("fr"), Text("nl"), Text("en")), Text(GlossaryTable.Definition), Text(GlossaryTable.Note));
        var place = line.Find(cell => Languages.Contains(_columns.GetValueOrDefault(cell.Column)))?.Name ?? SheetCell.NameOf(line[0].Row, 1);
        if (!contents.HasWord) Refuse("GlossaryRowWithoutTerm", place);
        else if (!_places.TryAdd(contents.Key, place)) Refuse("GlossaryTermTwice", place, contents.Term.In("fr"), _places[contents.Key]);
        else _rows.Add(contents);
    }

    private static int Most(string column) => column switch
    {
        GlossaryTable.Definition => GlossaryRules.MostDefinitionLetters,
        GlossaryTable.Note => GlossaryRules.MostNoteLetters,
        _ => GlossaryRules.MostTermLetters,
    };

    private void Refuse(string key, params object[] arguments) => _refusals.Add(new Refusal(typeof(StudiesTexts), key, null, arguments));
}
