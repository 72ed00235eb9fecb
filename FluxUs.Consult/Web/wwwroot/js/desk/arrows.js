// Where the arrow keys go: from the passage that is chosen, else from where one clicked or coded last.

/** @typedef {{ start: number, length: number }} Passage */

/** The sentence that an arrow chooses.
 *  @param {Passage[]} sentences in the order of the text
 *  @param {boolean} down
 *  @param {Passage | null} passage what is chosen
 *  @param {Passage | null} last where one was; a click has no length
 *  @returns {Passage | undefined} */
export function nextSentence(sentences, down, passage, last) {
  if (passage) {
    const from = passage.start;
    return down ? sentences.find((one) => one.start > from) : sentences.findLast((one) => one.start < from) ?? sentences[0];
  }

  if (!last) return sentences[0];
  const end = last.start + last.length;
  // Down from a click chooses the very sentence that was clicked; down from a coded passage the one after it.
  return down
    ? sentences.find((one) => (last.length > 0 ? one.start >= end : one.start + one.length > end)) ?? sentences[sentences.length - 1]
    : sentences.findLast((one) => one.start + one.length <= last.start) ?? sentences[0];
}

/** The passage grown or shrunk by a sentence at its end.
 *  @param {Passage[]} sentences @param {boolean} down @param {Passage} passage
 *  @returns {Passage | null} */
export function moreSentences(sentences, down, passage) {
  const end = passage.start + passage.length;
  const next = down
    ? sentences.find((one) => one.start + one.length > end)
    : sentences.findLast((one) => one.start + one.length < end && one.start + one.length > passage.start);
  return next ? { start: passage.start, length: next.start + next.length - passage.start } : null;
}
