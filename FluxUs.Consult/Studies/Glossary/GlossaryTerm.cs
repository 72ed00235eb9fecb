using FluxUs.Consult.Foundation.Data;
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
    /// <summary>In the singular; what a language lacks has no settled word there.</summary>
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
public sealed record GlossaryContents(LocalText Term, string Definition, string Note)
{
    /// <summary>By what a term is told from the others: its word in French, else in Dutch, else in English; capitals do not matter.</summary>
    public string Key => (Term.French.Length > 0 ? "fr " + Term.French : Term.Dutch.Length > 0 ? "nl " + Term.Dutch : "en " + Term.English).ToUpperInvariant();
}

internal sealed class GlossaryConfiguration : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(term => term.StudyId);
        builder.Ignore(term => term.Contents);
    }
}
