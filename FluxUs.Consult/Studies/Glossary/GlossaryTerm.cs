using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Studies;

/// <summary>One term of the study in its three languages, so that translations say the same thing by the same word.</summary>
public sealed class GlossaryTerm : IVersioned
{
    private GlossaryTerm() => Term = new LocalText("");

    public GlossaryTerm(Guid studyId, GlossaryContents contents) : this()
    {
        (Id, StudyId) = (Guid.CreateVersion7(), studyId);
        Describe(contents);
    }

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>As <see cref="GlossaryContents"/> has it: in the singular; what a language lacks has no settled word there.</summary>
    public LocalText Term { get; private set; }
    /// <summary>What it means, in the language of the study; may be empty.</summary>
    public string Definition { get; private set; } = "";
    /// <summary>What a translator should know of it, such as the word not to use; may be empty.</summary>
    public string Note { get; private set; } = "";
    public int Version { get; private set; }

    public GlossaryContents Contents => new(Term, Definition, Note);

    public void Describe(GlossaryContents contents) => (Term, Definition, Note) = (contents.Term, contents.Definition.Trim(), contents.Note.Trim());
}

/// <summary>What the glossary says of one term.</summary>
/// <param name="Term">In each language one word, or several parted by semicolons of which any will do: "revisie; reviseren".</param>
public sealed record GlossaryContents(LocalText Term, string Definition, string Note)
{
    private const char Parting = ';';

    public bool HasWord => Languages.All.Any(language => Words(language.Code).Length > 0);

    /// <summary>By what a term is told from the others: its first word in French, else in Dutch, else in English; capitals do not matter.</summary>
    public string Key => Languages.All.Select(language => (language.Code, Words: Words(language.Code))).Where(one => one.Words.Length > 0)
        .Select(one => $"{one.Code} {one.Words[0]}".ToUpperInvariant()).FirstOrDefault("");

    /// <param name="language">fr, nl or en.</param>
    /// <returns>Any of which will do; none where nothing is settled.</returns>
    public string[] Words(string language) => Term.Own(language).Split(Parting, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class GlossaryConfiguration : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(term => term.StudyId);
        builder.Ignore(term => term.Contents);
    }
}
