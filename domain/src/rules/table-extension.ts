/** Namespace of what our decisions say beyond DMN: `lampid:each`, the list facts they are evaluated over, and the English of names. */
export const LAMPID_NAMESPACE = 'https://e-lampid.id/schema/dmn';
