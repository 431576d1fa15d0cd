/** Namespace of what our decisions say beyond DMN: `lampid:each`, the prefix of the list facts they are evaluated over, and the English of a name or heading. */
export const LAMPID_NAMESPACE = 'https://e-lampid.id/schema/dmn';
