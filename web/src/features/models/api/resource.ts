/** A file of a bundle. */
export interface Resource {
  /** Its name inside the bundle. */
  name: string;
  content: string;
}
