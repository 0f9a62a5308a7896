import { useShallow } from 'zustand/react/shallow'
import type { Span } from '../../../shared/domain/annotations/annotations'
import type { SpanLabel } from '../../../shared/domain/label-set/label-set'
import { useEntityStore } from '../../state/entity-store'
import { attributeLine } from './attribute-text'

/** The line of a span's attributes, which follows the entities that they name. */
export const useAttributeLine = (
  span: Pick<Span, 'attributes' | 'parts'>,
  label: SpanLabel | undefined,
): ReturnType<typeof attributeLine> =>
  useEntityStore(useShallow(({ known }) => (label === undefined ? null : attributeLine(span, label, known))))
