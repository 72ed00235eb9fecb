namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>A table whose columns are time, speaker and words, known by its headings or by what stands in it.</summary>
internal sealed record TranscriptTable(int Words, int Speaker, int Time, int End, bool HasHeading)
{
    private static readonly string[] TimeNames = ["time", "timespan", "timestamp", "timecode", "start", "start time", "begin", "temps", "heure", "minutage", "horodatage", "début", "tijd", "tijdstip", "tijdcode", "in"];
    private static readonly string[] EndNames = ["end", "end time", "fin", "einde", "out"];
    private static readonly string[] SpeakerNames = ["speaker", "speakers", "name", "participant", "who", "locuteur", "locutrice", "locuteur·rice", "intervenant", "intervenante", "intervenant·e", "nom", "qui", "spreker", "naam", "deelnemer", "wie"];
    private static readonly string[] WordNames = ["content", "text", "transcript", "transcription", "words", "speech", "dialogue", "contenu", "texte", "verbatim", "propos", "paroles", "inhoud", "tekst", "transcriptie", "uitspraak"];

    public static TranscriptTable? Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        if (columns is < 2 or > 8)
            return null;
        var heading = rows[0].Select(cell => cell.Trim().TrimEnd(':').ToLowerInvariant()).ToList();
        var words = heading.FindIndex(WordNames.Contains);
        var speaker = heading.FindIndex(SpeakerNames.Contains);
        var time = heading.FindIndex(TimeNames.Contains);
        if (words >= 0 && (speaker >= 0 || time >= 0))
            return new TranscriptTable(words, speaker, time, heading.FindIndex(EndNames.Contains), true);
        return Guess(rows, columns);
    }

    /// <summary>The time or the times of a row, from one cell ("0:00 - 0:05") or two.</summary>
    public (TimeSpan? Start, TimeSpan? End) TimesOf(IReadOnlyList<string> row)
    {
        if (Time < 0 || Time >= row.Count)
            return (null, null);
        var line = SpeechLine.Parse(row[Time]);
        var end = End >= 0 && End < row.Count ? SpeechLine.Parse(row[End]).Start : null;
        return line.Kind == SpeechLineKind.TimeAlone ? (line.Start, end ?? line.End) : (null, null);
    }

    private static TranscriptTable? Guess(IReadOnlyList<IReadOnlyList<string>> rows, int columns)
    {
        if (rows.Count < 2)
            return null;
        int time = -1, speaker = -1, words = -1;
        double longest = 0;
        for (var column = 0; column < columns; column++)
        {
            var cells = rows.Where(row => column < row.Count && row[column].Length > 0).Select(row => row[column]).ToList();
            if (cells.Count == 0)
                continue;
            if (cells.Count(cell => SpeechLine.Parse(cell).Kind == SpeechLineKind.TimeAlone) * 5 >= cells.Count * 4)
            {
                time = time < 0 ? column : time;
                continue;
            }

            var names = cells.Distinct(StringComparer.Ordinal).ToList();
            if (speaker < 0 && names.Count * 2 <= cells.Count && names.All(name => SpeakerName.IsPlausible(name.TrimEnd(':'))))
            {
                speaker = column;
                continue;
            }

            if (cells.Average(cell => cell.Length) is var length && length > longest)
                (words, longest) = (column, length);
        }

        return words >= 0 && longest > 10 && (time >= 0 || speaker >= 0) ? new TranscriptTable(words, speaker, time, -1, false) : null;
    }
}
