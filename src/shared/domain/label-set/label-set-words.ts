/** What people call something of the label set; its name is for exports. */
export const titleOf = ({ title, name }: { readonly title: string; readonly name: string }): string => title || name
