using System.Globalization;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Literature.Importing;

namespace FluxUs.Consult.Tests.Literature.Importing;

public class DuplicateTests
{
    private static readonly CslItem Known = new()
    {
        Type = "article-journal",
        Title = "Le réemploi des briques : un état des lieux",
        Issued = CslDate.OfYear(2020),
        Author = [new CslName { Family = "Dupont", Given = "Élodie" }],
        Doi = "10.1000/ABC",
    };

    [Fact]
    public void The_same_doi_is_the_same_reference()
    {
        var duplicate = Find(new CslItem { Title = "Other words", Doi = "10.1000/abc" });

        Assert.Equal((0, true, FilesTexts.DuplicateByDoi), (duplicate!.Known, duplicate.IsSure, duplicate.Key));
        Assert.Equal("Zelfde DOI (10.1000/abc).", duplicate.Why(CultureInfo.GetCultureInfo("nl-BE")));
    }

    [Fact]
    public void Title_year_and_first_author_are_compared_without_case_accents_and_signs()
    {
        var duplicate = Find(Known with { Doi = null, Title = "LE REEMPLOI DES BRIQUES—un etat des lieux.", Author = [new CslName { Family = "DUPONT" }] });

        Assert.Equal((true, FilesTexts.DuplicateByTitle), (duplicate!.IsSure, duplicate.Key));
    }

    [Fact]
    public void The_same_title_without_a_year_is_for_a_person_to_decide() =>
        Assert.False(Find(Known with { Doi = null, Issued = null })!.IsSure);

    [Fact]
    public void Another_year_author_or_doi_is_another_reference()
    {
        Assert.Null(Find(Known with { Doi = null, Issued = CslDate.OfYear(2021) }));
        Assert.Null(Find(Known with { Doi = null, Author = [new CslName { Family = "Claes" }] }));
        Assert.Null(Find(Known with { Doi = "10.1000/other" }));
    }

    [Fact]
    public void Keys_are_made_of_author_year_and_word_and_are_never_given_twice()
    {
        var keys = new CitationKeys(["Claes1999"]);

        Assert.Equal("dupont2020reemploi", keys.Next(Known));
        Assert.Equal("dupont2020reemploia", keys.Next(Known));
        Assert.Equal("claes1999a", keys.Next(Known, "claes1999"));
        Assert.Equal("Muller-2020-x", keys.Next(Known, "Müller:2020/x"));
        Assert.Equal("reference", keys.Next(new CslItem()));
        var many = Enumerable.Range(0, 200).Select(_ => keys.Next(Known)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(200, many.Count);
    }

    private static Duplicate? Find(CslItem item)
    {
        var finder = new DuplicateFinder();
        finder.Add(Known);
        return finder.Add(item);
    }
}
