/** Characters that nobody sees: format characters, fillers, variation selectors. */
export const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
