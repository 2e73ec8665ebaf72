/** What a value is, as far as masking goes; `text` is anything personal without a better word. */
export type MaskKind = 'email' | 'phone' | 'name' | 'street' | 'postcode' | 'ip' | 'text' | 'secret'

const bySlug = new Map<string, MaskKind>([
  ...words('email', 'email mail emailaddress'),
  ...words(
    'phone',
    'phone phonenumber mobile mobilenumber mobilephone telephone tel cell fax whatsapp',
  ),
  ...words('name', 'firstname lastname surname fullname middlename givenname familyname nickname'),
  ...words('name', 'username login displayname maidenname contactname customername payername'),
  ...words(
    'street',
    'street streetaddress address address1 address2 addressline1 addressline2 addr',
  ),
  ...words('street', 'billingaddress shippingaddress line1 line2 city town'),
  ...words('postcode', 'postcode postalcode zip zipcode'),
  ...words('ip', 'ip ipaddress clientip remoteip remoteaddr userip peer'),
  ...words('text', 'birthdate birthday dateofbirth dob company companyname taxnumber vatnumber'),
  ...words('text', 'iban bic last4 cardnumber ssn gender passport'),
  ...words('secret', 'sig sign hmac pin cvc cvv otp jwt auth pwd pass key credentials'),
])

const people = new Set(
  'customer buyer contact person recipient attendee subscriber student author sender to from owner user'.split(
    ' ',
  ),
)

const secretWord =
  /token|secret|password|passwd|api_?-?key|apikey|accesskey|privatekey|signature|cookie|authorization|credential|session/
const personWord =
  /(?:email|phone|firstname|lastname|surname|streetaddress|postcode|postalcode|ipaddress)$/

/** Things whose `name` is theirs, not a person's. */
const namedThings =
  /(?:tag|course|bundle|funnel|step|plan|product|page|webinar|campaign|offer|item|rule|workflow|lecture|module|resource|link|form|blog|post|list|event|coupon|community|newsletter|data)s?$/

/** What the value of a key is; `null`: nothing to hide. @param inside key of the object around it */
export function kindOfKey(key: string, inside: string | null): MaskKind | null {
  const slug = slugOf(key)
  const known = bySlug.get(slug)
  if (known) return known
  if (secretWord.test(slug)) return 'secret'
  const person = personWord.exec(slug)?.[0]
  if (person !== undefined) return bySlug.get(person) ?? 'text'
  if (slug === 'name') return inside !== null && namedThings.test(slugOf(inside)) ? null : 'name'
  return null
}

/** Whether a text under this key is most likely somebody's name. */
export function isPerson(key: string): boolean {
  return people.has(slugOf(key))
}

/** What a value is by words for people: "Your first name", "E-mail address". */
export function kindOfLabel(label: string): MaskKind | null {
  return kindOfKey(label, null) ?? (/\bname\W*$/i.test(label) ? 'name' : null)
}

/** Fields of a contact are what its owner asked people for: all but the country is personal. */
export function kindOfField(slug: string): MaskKind | null {
  return slugOf(slug) === 'country' ? null : (kindOfKey(slug, null) ?? 'text')
}

function slugOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function words(kind: MaskKind, list: string): [string, MaskKind][] {
  return list.split(' ').map((word) => [word, kind])
}
