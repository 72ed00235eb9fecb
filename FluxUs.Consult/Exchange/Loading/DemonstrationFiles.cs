using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary>The files of the demonstration, as the README beside them describes them.</summary>
internal sealed class DemonstrationFiles(string folder)
{
    /// <summary>Where the build and publishing put them.</summary>
    public static DemonstrationFiles Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "Exchange", "Demonstration"));

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .WithTypeConverter(new DateOnlyConverter(CultureInfo.InvariantCulture, false, "yyyy-MM-dd"))
        .Build();

    /// <param name="name">From the folder on, with slashes.</param>
    public byte[] Bytes(string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DemonstrationFault(name, folder, "the file is missing", fault);
        }
    }

    public T Read<T>(string name)
    {
        try
        {
            return Yaml.Deserialize<T>(System.Text.Encoding.UTF8.GetString(Bytes(name)));
        }
        catch (YamlException fault)
        {
            throw new DemonstrationFault(name, $"line {fault.Start.Line}", (fault.InnerException ?? fault).Message, fault);
        }
    }
}

/// <summary>A text in up to three languages, as the files write it.</summary>
internal sealed class Words
{
    public required string Fr { get; init; }
    public string? Nl { get; init; }
    public string? En { get; init; }

    public Foundation.Data.LocalText ToLocalText() => new(Fr, Nl, En);
}
