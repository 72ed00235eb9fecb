using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Checks;

/// <summary>What stands against an edition of a fiche, with the fiche as it was judged.</summary>
/// <param name="Drawn">The pages as they would be printed, with a name for each block.</param>
public sealed record CheckedFiche(ComposedFiche Fiche, IReadOnlyList<FicheCheck> Checks, int Words, PagePictures Drawn)
{
    /// <summary>What the engine says of the pages.</summary>
    public PdfReport Printed => Drawn.Report;

    public int Pages => Printed.Pages;

    public bool MayBePublished => !Checks.Any(check => check.StopsEdition);
}

/// <summary>Judges a fiche by every rule: its material, its printed pages, and names of experts anywhere in it.</summary>
public sealed class CheckFiche(ComposeFiche compose, NameCheck names, IPdfEngine engine, EditionAddresses addresses)
{
    public async Task<Outcome<CheckedFiche>> Run(StudyAccess access, string offeringCode, string language, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var composed = await compose.Run(access, offeringCode, language, null, cancellation);
        return composed.IsDone ? await Judge(access, composed.Value, cancellation) : composed.Failure;
    }

    internal async Task<Outcome<CheckedFiche>> Judge(StudyAccess access, ComposedFiche fiche, CancellationToken cancellation)
    {
        var drawn = engine.Draw(Paper.Named(Paper.Of(fiche.Document)), fiche.Style);
        var found = await names.Run(access, Texts(fiche), cancellation);
        List<FicheCheck> checks = [.. FicheRules.Judge(fiche), .. FicheRules.Judge(fiche, drawn.Report)];
        if (FirstPage.Judge(new CheckedFiche(fiche, [], 0, drawn)) is { } over) checks.Add(over);
        if (!addresses.IsLasting) checks.Add(new FicheCheck("AddressNotLasting", CheckWeight.Warns, "", FicheRules.Editor(fiche.Material, ""), addresses.Of(fiche.Material.FicheId)[..^(fiche.Material.FicheId.ToString().Length + "/editions/".Length)]));
        if (found.Value is { FoundAny: true } hits) checks.AddRange(Names(fiche.Material, hits));
        return new CheckedFiche(fiche, [.. checks.OrderByDescending(check => check.Weight)], FicheRules.BodyWords(fiche.Document), drawn);
    }

    /// <summary>Everything of the fiche that is read or carried with it: the document, its metadata, and the prose as typed.</summary>
    internal static IReadOnlyList<CheckedText> Texts(ComposedFiche fiche)
    {
        var (document, material, template) = fiche;
        var details = document.Details;
        return
        [
            .. material.Prose.Select(prose => new CheckedText(prose.Key, prose.Value)),
            .. material.Messages.Select(message => new CheckedText(Templates.SectionKeys.KeyMessages, message.Text)),
            new CheckedText("", string.Join('\n', details.Title, details.Author, details.Subject, details.Footer)),
            .. template.Printed(material.Gives).Select(section => new CheckedText(section.Key, Inside(document, section.Key))),
        ];
    }

    // An editor is told that there is one; where, only a researcher: an editor could guess names by it.
    private static IEnumerable<FicheCheck> Names(FicheMaterial material, NameCheckResult found)
    {
        if (found.Hits.Count == 0) return [new FicheCheck("NameFound", CheckWeight.Blocks, "", FicheRules.Editor(material, ""))];
        return found.Hits.Select(hit => hit.Place).Distinct()
            .Select(place => new FicheCheck("NameFoundIn", CheckWeight.Blocks, place, FicheRules.Editor(material, place)));
    }

    private static string Inside(FicheDocument document, string key)
    {
        if (key == Templates.SectionKeys.OneSentence || key == Templates.SectionKeys.KeyMessages) return PlainText.Of([.. document.Blocks.OfType<MessagesBlock>()]);
        var from = document.Blocks.ToList().FindIndex(block => block is HeadingBlock heading && heading.Anchor == key);
        return from < 0 ? "" : PlainText.Of([document.Blocks[from], .. document.Blocks.Skip(from + 1).TakeWhile(block => block is not HeadingBlock { Level: 2 })]);
    }
}
