using System.Globalization;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Ui.Fields;

/// <summary>What a form sent, read by the names of its fields. Nothing sent reads as empty, so that a page can ask in every case.</summary>
public sealed class PostedForm(IFormCollection fields)
{
    public static readonly PostedForm None = new(FormCollection.Empty);

    /// <summary>The form of a request, whichever it was; an empty one when it sent none.</summary>
    public static PostedForm Of(HttpContext? context) =>
        context?.Request is { HasFormContentType: true } request && HttpMethods.IsPost(request.Method) ? new(request.Form) : None;

    /// <param name="context">The request.</param>
    /// <param name="name">The <c>@formname</c> that is asked for; another form of the same page reads as nothing sent.</param>
    public static PostedForm Of(HttpContext? context, string name) =>
        Of(context) is var sent && sent.Text("_handler") == name ? sent : None;

    public bool Any => fields.Count > 0;

    public bool IsEmpty => !Any;

    /// <summary>The operation id of the form; a new one when none was sent, so that nothing is taken for a repetition.</summary>
    public Guid Operation => Id("operation") is { } sent && sent != Guid.Empty ? sent : Guid.CreateVersion7();

    /// <summary>The version of the thing that the person saw.</summary>
    public int Version => Number("version") ?? 0;

    /// <summary>Whether the form had a field of this name: one that was not there is not one that was emptied.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    public string Text(string name) => fields[name].ToString().ReplaceLineEndings("\n");

    /// <summary>What was typed, else what is recorded: a form that comes back keeps what was typed.</summary>
    public string? Text(string name, string? recorded) => Any ? Text(name) : recorded;

    public bool Flag(string name) => fields[name] == "true";

    public bool Flag(string name, bool recorded) => Any ? Flag(name) : recorded;

    public IReadOnlyList<string> All(string name) => [.. fields[name].Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];

    public IReadOnlyList<Guid> Ids(string name) => [.. All(name).Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public Guid? Id(string name) => Guid.TryParse(fields[name].ToString(), out var id) ? id : null;

    public DateOnly? Date(string name) => DateOnly.TryParseExact(fields[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An instant as a hidden field carries it, in the round-trip format; the earliest there is when it says none.</summary>
    public DateTime Moment(string name) =>
        DateTime.TryParseExact(fields[name].ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : DateTime.MinValue;

    public int? Number(string name) => int.TryParse(fields[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number as people write it: spaces of any width between thousands, comma or point before decimals.</summary>
    public decimal? Figure(string name)
    {
        var plain = new string([.. fields[name].ToString().Where(letter => !char.IsWhiteSpace(letter))]).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public T? Choice<T>(string name) where T : struct, Enum => EnumNames.Parse<T>(fields[name]);

    /// <summary>A text in three languages, as <see cref="LocalTextFields"/> sends it.</summary>
    public LocalText Local(string name) => new(Text(name + ".fr"), Text(name + ".nl"), Text(name + ".en"));

    public LocalText Local(string name, LocalText? recorded) => Any ? Local(name) : recorded ?? new LocalText("");
}
