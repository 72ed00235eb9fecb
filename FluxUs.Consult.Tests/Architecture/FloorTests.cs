using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Tests.Architecture;

/// <summary>The house of floors: a room uses floors below its own, never one beside it or above.</summary>
public class FloorTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Foundation.Data"] = 0,
        ["Foundation.Documents"] = 1,
        ["Foundation.Files"] = 1,
        ["Foundation.Jobs"] = 1,
        ["Foundation.Mail"] = 2,
        ["Foundation.Ui"] = 2,
        ["Accounts"] = 3,
        ["Studies"] = 4,
        ["Experts"] = 5,
        ["Evidence"] = 6,
        ["Interviews"] = 7,
        ["Literature"] = 7,
        ["Priorities"] = 8,
        ["Recommendations"] = 8,
        ["Fiches"] = 9,
        ["Committee"] = 10,
        ["Overview"] = 11,
        ["Exchange"] = 11,
        ["Operations"] = 12,
        ["Web"] = 12,
    };

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> House = new(() => new ArchLoader().LoadAssembly(typeof(Study).Assembly).Build());

    [Fact]
    public void A_room_uses_only_floors_below_its_own()
    {
        var breaches = House.Value.Types
            .Select(type => (Type: type, Room: RoomOf(type)))
            .Where(from => from.Room is not null)
            .SelectMany(from => from.Type.Dependencies
                .Select(dependency => (from.Type, from.Room, Target: dependency.Target, TargetRoom: RoomOf(dependency.Target)))
                .Where(use => use.TargetRoom is not null && use.TargetRoom != use.Room && Floors[use.TargetRoom] >= Floors[use.Room!]))
            .Select(use => $"{use.Type.FullName} ({use.Room}, floor {Floors[use.Room!]}) uses {use.Target.FullName} ({use.TargetRoom}, floor {Floors[use.TargetRoom!]})")
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void Every_type_stands_in_a_room_of_the_house()
    {
        var homeless = House.Value.Types
            .Where(type => type.FullName.StartsWith("FluxUs.Consult.", StringComparison.Ordinal) && RoomOf(type) is null)
            .Select(type => type.FullName)
            .Where(name => name is not ("FluxUs.Consult.Rooms" or "FluxUs.Consult._Imports") && !name.Contains('<', StringComparison.Ordinal))
            .ToList();
        Assert.True(homeless.Count == 0, string.Join('\n', homeless));
    }

    private static string? RoomOf(IType type)
    {
        const string House = "FluxUs.Consult.";
        if (!type.FullName.StartsWith(House, StringComparison.Ordinal)) return null;
        var path = type.FullName[House.Length..];
        return Floors.Keys.FirstOrDefault(room => path.StartsWith(room + ".", StringComparison.Ordinal));
    }
}
