/** What a file may ask of the machine that reads it. A list as offices make them stays far below. */
export const LIMITS = {
  columns: 200,
  /** Letters of one cell. */
  cell: 10_000,
  /** Rows with something in them. CSV may have any number. */
  xlsxRows: 200_000,
  xlsxBytes: 50 * 1024 * 1024,
  zipEntries: 2_000,
  /** All entries that are read, unpacked: 200,000 rows of nine columns are 80 MB of XML, 150 MB if each text is inline. */
  unpacked: 200 * 1024 * 1024,
  /** How much more an entry unpacks to than it takes in the file; counted from the first megabyte on. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  sheets: 200,
  sharedStrings: 2_000_000,
  /** Letters of all shared strings together. */
  sharedLetters: 40_000_000,
  merges: 50_000,
  /** Bytes of XML in which nothing begins or ends. */
  xmlRun: 256 * 1024,
  /** Bytes of one row of CSV. */
  csvRow: 2 * 1024 * 1024,
  /** Rows of a list that is applied as one command. */
  bridges: 40_000,
  agendaRows: 5_000,
} as const;
