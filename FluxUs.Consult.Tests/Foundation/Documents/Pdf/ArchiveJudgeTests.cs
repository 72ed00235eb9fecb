using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>That the validator of others is at work at all: it must see what is broken on purpose.</summary>
public class ArchiveJudgeTests
{
    [Fact]
    public void A_whole_fiche_conforms_and_a_broken_one_does_not()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);
        // The title in the metadata no longer is that of the information dictionary (ISO 19005-1, 6.7.3).
        var other = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(fiche.Bytes).Replace("<rdf:li xml:lang=\"x-default\">", "<rdf:li xml:lang=\"x-DEFAULT\">", StringComparison.Ordinal));

        var faults = ArchiveJudge.Faults([("whole", fiche.Bytes), ("other", other), ("none", [1, 2, 3])]);

        Assert.Equal([], faults.Where(fault => fault.StartsWith("whole", StringComparison.Ordinal)));
        Assert.Contains(faults, fault => fault.StartsWith("other", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("none", StringComparison.Ordinal));
    }
}
