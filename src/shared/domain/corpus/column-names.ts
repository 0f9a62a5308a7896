import type { ColumnRole } from './column-mapping'

/** Names of so many languages, folded: without marks, spaces and capitals. */
const names = (...languages: readonly string[]): readonly string[] => languages.flatMap((words) => words.split(' '))

/** Names that columns have in English, Romanian, German, French, Spanish and Hungarian; in each the most telling first. */
export const COLUMN_NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: names(
    'text body content article fulltext maintext articletext articlebody story document',
    'continut corp articol cuprins textul textarticol',
    'volltext inhalt artikeltext artikel beitrag',
    'texte contenu corps textearticle',
    'texto contenido cuerpo articulo',
    'szoveg tartalom cikkszoveg cikk',
  ),
  title: names(
    'title headline heading subject',
    'titlu titlul denumire',
    'titel uberschrift schlagzeile betreff',
    'titre intitule',
    'titulo titular',
    'cim focim cikkcim',
  ),
  date: names(
    'date publishedon published publishedat datepublished pubdate publicationdate publishdate',
    'data datapublicarii datapublicare publicat createdat created timestamp time day ziua',
    'datum veroffentlicht veroffentlichtam veroffentlichungsdatum erschienen erscheinungsdatum',
    'datedepublication publiele jour',
    'fecha fechadepublicacion publicado',
    'kelt megjelent megjelenes megjelenesdatuma kozzeteve',
  ),
  id: names(
    'id uid uuid guid articleid docid documentid recordid',
    'identificator cod kennung identifiant identificador azonosito',
  ),
  url: names(
    'url link permalink href canonicalurl sourceurl articleurl uri',
    'adresa legatura adresse lien enlace direccion hivatkozas webcim',
  ),
  lang: names('lang language langcode languagecode locale', 'limba idioma sprache langue lengua nyelv'),
  source: names(
    'source publisher outlet newspaper sitename site domain',
    'sursa publicatie ziar quelle zeitung medium journal fuente periodico diario forras ujsag lap',
  ),
  tags: names(
    'tags keywords labels categories topics',
    'etichete cuvintecheie categorii schlagworter schlagworte stichworter stichworte',
    'motscles etiquettes etiquetas palabrasclave cimkek kulcsszavak',
  ),
}
