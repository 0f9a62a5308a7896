import type { ExportedArticle } from '../format'

export const discontinuousIn = ({ spans }: ExportedArticle): number =>
  spans.filter(({ parts }) => parts.length > 1).length

export const spanNotesIn = ({ spans }: ExportedArticle): number => spans.filter(({ note }) => note !== '').length

const valuesIn = (list: readonly { readonly attributes: object }[]): number =>
  list.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0)

export const spanValuesIn = ({ spans }: ExportedArticle): number => valuesIn(spans)
export const relationValuesIn = ({ relations }: ExportedArticle): number => valuesIn(relations)

export const spansWithEntityIn = ({ spans }: ExportedArticle): number =>
  spans.filter(({ entity }) => entity !== null).length
