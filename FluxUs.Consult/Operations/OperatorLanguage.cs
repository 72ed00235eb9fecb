using System.Globalization;

namespace FluxUs.Consult.Operations;

/// <summary>In which language the program talks to whoever runs it: the machine's when it is one of ours, else English.</summary>
internal static class OperatorLanguage
{
    /// <summary>Holds within the asynchronous method that calls it.</summary>
    public static void Speak()
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is not ("fr" or "nl" or "en")) CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }
}
