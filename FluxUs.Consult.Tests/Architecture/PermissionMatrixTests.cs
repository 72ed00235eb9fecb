using System.Reflection;
using System.Runtime.CompilerServices;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Architecture;

/// <summary>Every act and query of a study, by every role. <see cref="Rows"/> says who may; an act without a row fails here,
/// so that none can be forgotten.</summary>
public partial class PermissionMatrixTests
{
    private static readonly Roles[] SingleRoles = [Roles.Manager, Roles.Researcher, Roles.Editor, Roles.Committee];

    private static IEnumerable<Type> Acts => typeof(Study).Assembly.GetExportedTypes()
        .Where(type => Entrance(type)?.GetParameters().FirstOrDefault()?.ParameterType == typeof(StudyAccess))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    [Fact]
    public void Each_act_and_query_has_a_row()
    {
        var missing = Acts.Select(type => type.Name).Except(Rows.Keys).ToList();
        Assert.True(missing.Count == 0, "No row in PermissionMatrix.Rows for: " + string.Join(", ", missing));
        var gone = Rows.Keys.Except(Acts.Select(type => type.Name)).ToList();
        Assert.True(gone.Count == 0, "Rows for what is no more: " + string.Join(", ", gone));
    }

    [Fact]
    public async Task Each_act_is_open_to_its_roles_and_closed_to_the_others()
    {
        await using var test = await TestStudy.Create();
        var wrong = new List<string>();
        foreach (var role in SingleRoles)
        {
            var access = await test.As(role);
            foreach (var act in Acts.Where(act => Rows.ContainsKey(act.Name)))
            {
                var mayBe = Rows[act.Name].HasFlag(role);
                foreach (var entrance in Entrances(act))
                {
                    var kind = await Try(test, act, entrance, access);
                    if (mayBe == (kind == OutcomeKind.Forbidden)) wrong.Add($"{act.Name}.{entrance.Name} as {role}: {kind}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // The request is empty on purpose: whoever may not do the act must be told so before anything in it is looked at.
    private static async Task<OutcomeKind> Try(TestStudy test, Type act, MethodInfo entrance, StudyAccess access)
    {
        var instance = typeof(TestStudy).GetMethod(nameof(TestStudy.Get))!.MakeGenericMethod(act).Invoke(test, null);
        var arguments = entrance.GetParameters().Select(parameter => parameter.ParameterType == typeof(StudyAccess) ? access : Empty(parameter.ParameterType)).ToArray();
        try
        {
            var task = (Task)entrance.Invoke(instance, arguments)!;
            await task;
            return (OutcomeKind)((dynamic)task).Result.Kind;
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            // An empty request may break what lies behind the check of the role: then the role was let through.
            return OutcomeKind.Done;
        }
    }

    private static object? Empty(Type type) =>
        type == typeof(string) ? "" :
        type == typeof(CancellationToken) ? TestStudy.Cancellation :
        type == typeof(Stream) ? Stream.Null :
        type.IsValueType ? Activator.CreateInstance(type) :
        type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0) :
        type.IsClass && !type.IsAbstract ? RuntimeHelpers.GetUninitializedObject(type) : null;

    [Fact]
    public void Whatever_else_takes_the_access_has_a_reason_not_to_be_tried()
    {
        var others = typeof(Study).Assembly.GetExportedTypes().Where(type => !type.IsInterface && !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && !(Entrance(method.DeclaringType!) is not null && Entrances(method.DeclaringType!).Contains(method)) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(StudyAccess)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal).ToList();

        var untried = others.Except(OtherEntrances.Keys).ToList();
        Assert.True(untried.Count == 0, "No entrance of an act or a query, and no reason in OtherEntrances: " + string.Join(", ", untried));
        var gone = OtherEntrances.Keys.Except(others).ToList();
        Assert.True(gone.Count == 0, "Reasons for what is no more: " + string.Join(", ", gone));
    }

    /// <summary>All that an act or a query answers to: it may have more than one question.</summary>
    private static IEnumerable<MethodInfo> Entrances(Type act) => act.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.GetParameters().FirstOrDefault()?.ParameterType == typeof(StudyAccess)
            && method.ReturnType is { IsGenericType: true } returned && returned.GetGenericTypeDefinition() == typeof(Task<>)
            && returned.GetGenericArguments()[0] is { IsGenericType: true } given && given.GetGenericTypeDefinition() == typeof(Outcome<>));

    private static MethodInfo? Entrance(Type type) => type.GetMethod("Handle") ?? type.GetMethod("Run");
}
