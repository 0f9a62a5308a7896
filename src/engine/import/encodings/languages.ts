/** What tells that a text was decoded rightly: the letters beyond ASCII of a language, and some of its commonest words. */
export interface LanguageProfile {
  readonly letters: string
  readonly words: string
}

/** Lower case; a letter's upper case counts as well. Romanian has both ș ț and the older ş ţ. */
export const LATIN_PROFILES: Readonly<Record<string, LanguageProfile>> = {
  ro: { letters: 'ăâîșțşţ', words: 'și şi de la nu în cu pe care din să a că o un mai este al ale lui pentru sunt' },
  pl: { letters: 'ąćęłńóśźż', words: 'i w z na nie się do to jest że o od po jak za przez ale' },
  cs: { letters: 'áčďéěíňóřšťúůýž', words: 'a v na se je že s z o do i k ve za pro ale jako' },
  sk: { letters: 'áäčďéíĺľňóôŕšťúýž', words: 'a v na sa je že s z o do aj k vo za pre ale ako' },
  hu: { letters: 'áéíóöőúüű', words: 'a az és hogy nem is egy ez volt meg már csak van' },
  hr: { letters: 'čćđšž', words: 'i u je na da se za od su s o kao koji ne što' },
  de: { letters: 'äöüß', words: 'der die und das in den von zu ist mit nicht ein eine auf im dem für' },
  fr: { letters: 'àâæçéèêëîïôœùûüÿ', words: 'de la le les et des en un une du que est pour dans il qui à a au' },
  es: { letters: 'áéíñóúü', words: 'de la que el en y los del se las por un con una no para su al' },
  pt: { letters: 'ãáàâçéêíóôõúü', words: 'de que e o do da em um para com não uma os no se na por' },
  it: { letters: 'àèéìíòóùú', words: 'di che e la il un a per in una sono con non del si della le' },
  nl: { letters: 'áéëïóöüèê', words: 'de het een van en in is dat op te met voor niet zijn' },
  nordic: { letters: 'åäöæøéáíðóúýþ', words: 'och att det som en på är av för med og i er til ikke den de ja on ei' },
  tr: { letters: 'çğıİöşüâîû', words: 've bir bu da de için ile çok olarak ne daha' },
  baltic: { letters: 'āčēģīķļņšūžąęėįųõäöü', words: 'un ir ar no par kas ka bet tai su yra kad ja on ei' },
  en: { letters: 'éèïöçñüê', words: 'the of and to in a is that it for was on with as by he said' },
}

export const CYRILLIC_LETTERS = /[а-яёіїєґўђјљњћџѓќѕ]/iu
/** Function words that tell one reading of the bytes as Cyrillic from another. */
export const CYRILLIC_WORDS = 'и в не на что с по как это но из за у от о до та і що на да се от е са'
