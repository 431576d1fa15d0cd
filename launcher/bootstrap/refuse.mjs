/**
 * Ends the program with one clear line in both languages, and exit code 1.
 * @param {{id: string, en: string}} message what is wrong and what to do
 * @param {string[]} [details] e.g. the last lines of a log
 * @returns {never}
 */
export function refuse(message, details = []) {
  console.error(`✗ ${message.id} / ${message.en}`);
  for (const line of details) console.error(`    | ${line}`);
  process.exit(1);
}
