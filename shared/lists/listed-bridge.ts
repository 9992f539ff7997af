/** A bridge of a built-in list: what a secretariat would otherwise type. */
export interface ListedBridge {
  readonly name: string;
  readonly shortName: string;
  /** One of the six socio-economic regions; null: of no region. */
  readonly region: string | null;
}
