import { createSay } from './say.ts'
import type { Messages } from './templates.ts'

export const messages: Messages = {
  or: 'ou',
  'Expected {what~}, found {found~}: {why~}': 'Attendu : {what~} ; trouvé : {found~} ({why~})',
  'Expected {what~}, found {found~}': 'Attendu : {what~} ; trouvé : {found~}',
  'Expected {what~}: null is not documented here':
    'Attendu : {what~} ; null n’est pas documenté ici',
  'Documented as {what~}, found {found~}': 'Documenté comme {what~} ; trouvé : {found~}',
  'Only null was ever seen here; this is {found~}':
    'Seul null a été vu ici jusqu’à présent ; trouvé : {found~}',
  'A value that no document names: {found~}': 'Une valeur qu’aucun document ne cite : {found~}',
  'A newer variant: "{name}" stands for the documented "{replaced}"':
    'Une variante plus récente : « {name} » remplace « {replaced} », qui est documenté',
  'The key "type" is missing: without it the event cannot be told':
    'La clé « type » manque : sans elle, l’événement ne peut être reconnu',
  'The key "{name}" is missing: expected {what~}': 'La clé « {name} » manque ; attendu : {what~}',
  'The key "{name}" is missing': 'La clé « {name} » manque',
  'The key "{name}" is documented to be absent: what the type names stands in data':
    'La clé « {name} » est documentée comme absente : ce que nomme le type se trouve dans data',
  'The key {name} is repeated: one of its values gets lost':
    'La clé {name} est répétée : une de ses valeurs se perd',
  'The key {name} can change objects where it is merged carelessly':
    'La clé {name} peut modifier des objets là où elle est fusionnée sans précaution',
  'This key belongs to another event': 'Cette clé appartient à un autre événement',
  'This key is not documented; most likely "{name}" was meant':
    'Cette clé n’est pas documentée ; sans doute « {name} »',
  'This key is not documented': 'Cette clé n’est pas documentée',
  'This key is not in the shape': 'Cette clé n’est pas dans la structure',
  'Without entries this is documented as [], not {}':
    'Sans entrées, le document montre [] et non {}',
  'The type must be a string: without it the event cannot be told':
    'Le type doit être une chaîne : sans lui, l’événement ne peut être reconnu',
  'No event has the key "event"; "{name}" is most likely {suggestion}':
    'Aucun événement n’a la clé « event » ; « {name} » est sans doute {suggestion}',
  'No document describes the type "{name}"; most likely {suggestion} was meant, an account webhook, which is named in the header X-Webhook-Event':
    'Aucun document ne décrit le type « {name} » ; sans doute {suggestion}, un webhook du compte, nommé dans l’en-tête X-Webhook-Event',
  'No document describes the type "{name}"; most likely {suggestion} was meant':
    'Aucun document ne décrit le type « {name} » ; sans doute {suggestion}',
  'No document describes the type "{name}": its envelope is checked, its data is not':
    'Aucun document ne décrit le type « {name} » : son enveloppe est vérifiée, pas ses données',
  'No document describes X-Webhook-Event: "{name}"; most likely {suggestion} was meant':
    'Aucun document ne décrit X-Webhook-Event: « {name} » ; sans doute {suggestion}',
  'No document describes X-Webhook-Event: "{name}"':
    'Aucun document ne décrit X-Webhook-Event: « {name} »',
  'No document describes X-Webhook-Schema-Version: "{version}"':
    'Aucun document ne décrit X-Webhook-Schema-Version: « {version} »',
  'Without the header X-Webhook-Event ({name} is no header of systeme.io) this can be {suggestion*}':
    'Sans l’en-tête X-Webhook-Event ({name} n’est pas un en-tête de systeme.io), ce peut être {suggestion*}',
  'Without the header X-Webhook-Event this can be {suggestion*}':
    'Sans l’en-tête X-Webhook-Event, ce peut être {suggestion*}',
  'The data does not fit {name}, but {suggestion*}':
    'Les données ne correspondent pas à {name}, mais à {suggestion*}',
  'The body does not fit X-Webhook-Event: {name}, but {suggestion*}':
    'Le corps ne correspond pas à X-Webhook-Event: {name}, mais à {suggestion*}',
  'The opt-in has a funnel_step and a page_model: it can come from one only':
    'L’inscription a un funnel_step et un page_model : elle ne peut venir que de l’un des deux',
  'The opt-in has neither funnel_step nor page_model; other forms are said to exist, but no document describes them':
    'L’inscription n’a ni funnel_step ni page_model ; d’autres formulaires existeraient, mais aucun document ne les décrit',
  'The contact stands inside another contact: live deliveries have one':
    'Le contact est imbriqué dans un autre contact : les livraisons réelles n’en ont qu’un',
  'This stands beside events and is none': 'Se trouve à côté d’événements et n’en est pas un',
  'The body is an array: systeme.io sends one event, not in an array':
    'Le corps est un tableau : systeme.io envoie un seul événement, sans tableau',
  "The event stands in the body of an n8n item, not at the body's root":
    'L’événement se trouve dans le corps d’un élément n8n, pas à la racine',
  "The event stands in an n8n item, not at the body's root":
    'L’événement se trouve dans un élément n8n, pas à la racine',
  'The event is a JSON text inside a JSON string: it was encoded twice':
    'L’événement est un texte JSON dans une chaîne JSON : il a été encodé deux fois',
  'The data is a JSON text inside a string: it was encoded twice':
    'Les données sont un texte JSON dans une chaîne : elles ont été encodées deux fois',
  'The string holds a text that begins like JSON and is none: {fault~} (line {line}, column {column} of that text)':
    'La chaîne contient un texte qui commence comme du JSON et n’en est pas : {fault~} (ligne {line}, colonne {column} de ce texte)',
  'The event stands in the form field "{name}": systeme.io sends JSON':
    'L’événement se trouve dans le champ de formulaire « {name} » : systeme.io envoie du JSON',
  'The event came as a form: numbers became texts, null and [] were lost':
    'L’événement est arrivé en formulaire : les nombres sont devenus du texte, null et [] sont perdus',
  'The body is not UTF-8: byte {byte} at offset {offset} begins no character':
    'Le corps n’est pas de l’UTF-8 : l’octet {byte} à la position {offset} ne commence aucun caractère',
  'The body is {charset}: JSON is exchanged as UTF-8':
    'Le corps est en {charset} : le JSON s’échange en UTF-8',
  'The content type says {charset}, but the body is UTF-8':
    'Le type de contenu dit {charset}, mais le corps est en UTF-8',
  'The body is empty, though its content type says JSON':
    'Le corps est vide, alors que son type de contenu dit JSON',
  'The body is {media~}, though its content type says JSON':
    'Le corps est : {media~}, alors que son type de contenu dit JSON',
  'The text begins with a byte order mark': 'Le texte commence par une marque d’ordre des octets',
  'The text contains {escape} as letters: it was escaped twice':
    'Le texte contient {escape} en toutes lettres : il a été échappé deux fois',
  'The text contains invisible control characters':
    'Le texte contient des caractères de contrôle invisibles',
  'The text contains half a surrogate pair':
    'Le texte contient la moitié d’une paire de substitution',
  'The text ends inside a string': 'Le texte s’arrête dans une chaîne',
  'The text ends inside a number': 'Le texte s’arrête dans un nombre',
  'The text ends inside the word {word}': 'Le texte s’arrête dans le mot {word}',
  'The text ends where {what~} is expected': 'Le texte s’arrête ; attendu ici : {what~}',
  'More than {depth} objects and arrays lie inside each other':
    'Plus de {depth} objets et tableaux sont imbriqués',
  'The number is too large for a double': 'Le nombre est trop grand pour un double',
  'The integer lies beyond 2^53: many readers take it for {value}':
    'L’entier dépasse 2^53 : bien des lecteurs le prennent pour {value}',
  'A string contains {found~} as it is: inside strings it must be escaped':
    'Dans une chaîne, {found~} doit être échappé',
  'A \\u escape needs four hexadecimal digits, found {found~}':
    'Un échappement \\u demande quatre chiffres hexadécimaux ; trouvé : {found~}',
  'JSON has no escape of a backslash followed by {found~}':
    'JSON n’a pas d’échappement fait d’une barre oblique inverse suivie de {found~}',
  'A number must not begin with a needless zero':
    'Un nombre ne doit pas commencer par un zéro inutile',
  'A digit is missing after {digits}': 'Il manque un chiffre après {digits}',
  'JSON has no -Infinity': 'JSON n’a pas de -Infinity',
  'The body was written anew on the way: its normalised form is what was signed':
    'Le corps a été réécrit en chemin : c’est sa forme normalisée qui a été signée',
  'The body was written anew on the way by something that made 0 of 0.0; else it is right':
    'Le corps a été réécrit en chemin par quelque chose qui a fait 0 de 0.0 ; sinon elle est juste',
  'The signature is sent as {name}; systeme.io calls it X-Webhook-Signature':
    'La signature est envoyée comme {name} ; systeme.io la nomme X-Webhook-Signature',
  'There is no header X-Webhook-Signature; automation rules never sign, account webhooks always':
    'Il n’y a pas d’en-tête X-Webhook-Signature ; les règles d’automatisation ne signent jamais, les webhooks du compte toujours',
  'It has the prefix {prefix}, which systeme.io never writes; the rest is right':
    'Elle a le préfixe {prefix}, que systeme.io n’écrit jamais ; le reste est juste',
  'It has the prefix {prefix}, which systeme.io never writes; the rest is wrong, too':
    'Elle a le préfixe {prefix}, que systeme.io n’écrit jamais ; le reste est faux aussi',
  'It is not 64 hexadecimal digits: it looks like base64':
    'Ce ne sont pas 64 chiffres hexadécimaux : cela ressemble à du base64',
  'It is not 64 hexadecimal digits: it is as long as one of {name}':
    'Ce ne sont pas 64 chiffres hexadécimaux : c’est la longueur d’un {name}',
  'It is not 64 hexadecimal digits': 'Ce ne sont pas 64 chiffres hexadécimaux',
  'Only a part of the body arrived or was kept, so that it cannot be checked':
    'Seule une partie du corps est arrivée ou a été gardée : elle ne peut être vérifiée',
  'The secret of this bin has white space around it; without it the signature is right':
    'Le secret de ce bin est entouré d’espaces ; sans elles, la signature est juste',
  'Another secret was used, or the body was altered on the way':
    'Un autre secret a été utilisé, ou le corps a été modifié en chemin',
  'a comma or the closing brace': 'une virgule ou l’accolade fermante',
  'a comma or the closing bracket': 'une virgule ou le crochet fermant',
  'a key in double quotes': 'une clé entre guillemets doubles',
  'a colon after the key': 'un deux-points après la clé',
  'the end of the text': 'la fin du texte',
  'null (or an integer, a string, an object)': 'null (ou un entier, une chaîne, un objet)',
  'an object of slug and text, or [] when empty': 'un objet slug → texte, ou [] s’il est vide',
  'a string ({what~})': 'une chaîne ({what~})',
  'e-mail address': 'adresse e-mail',
  'IPv4 or IPv6 address': 'adresse IPv4 ou IPv6',
  'RFC 3339 date and time': 'date et heure RFC 3339',
  'ISO 4217 code in lower case': 'code ISO 4217 en minuscules',
  'ISO 3166-1 alpha-2 code in upper case': 'code ISO 3166-1 alpha-2 en majuscules',
  'true or false': 'true ou false',
  '{what~} or null': '{what~} ou null',
  '{what~} or {other~}': '{what~} ou {other~}',
  'an integer': 'un entier',
  'a boolean': 'un booléen',
  'a value': 'une valeur',
  'a text of format {name}': 'un texte au format {name}',
  'a text that matches {pattern}': 'un texte qui correspond à {pattern}',
  'a text short enough to be held against {pattern}':
    'un texte assez court pour être comparé à {pattern}',
  'nothing here': 'rien ici',
  'one of several variants': 'une des variantes',
  'exactly one of several variants': 'exactement une des variantes',
  'what the shape does not exclude': 'ce que la structure n’exclut pas',
  'what the shape asks for in this case': 'ce que la structure demande dans ce cas',
  'a multiple of {number}': 'un multiple de {number}',
  'at least {number} characters': 'au moins {number} caractères',
  'at most {number} characters': 'au plus {number} caractères',
  'at least {number} elements': 'au moins {number} éléments',
  'at most {number} elements': 'au plus {number} éléments',
  'at least {number} keys': 'au moins {number} clés',
  'at most {number} keys': 'au plus {number} clés',
  'at least {number}': 'au moins {number}',
  'at most {number}': 'au plus {number}',
  'more than {number}': 'plus de {number}',
  'less than {number}': 'moins de {number}',
  'the string {text}': 'la chaîne {text}',
  'the number {text}': 'le nombre {text}',
  'the word {text}': 'le mot {text}',
  'the character {text}': 'le caractère {text}',
  'an empty object': 'un objet vide',
  'an empty array': 'un tableau vide',
  'an object': 'un objet',
  'an array': 'un tableau',
  'a string': 'une chaîne',
  'a number': 'un nombre',
  'an HTML page': 'une page HTML',
  'a form': 'un formulaire',
  'plain text': 'du texte brut',
  'a tab': 'une tabulation',
  'a line break': 'un saut de ligne',
  'a single quote': 'une apostrophe',
  'a comma': 'une virgule',
  'a slash': 'une barre oblique',
  'a colon': 'un deux-points',
  'an opening bracket': 'un crochet ouvrant',
  'a closing bracket': 'un crochet fermant',
  'an opening brace': 'une accolade ouvrante',
  'a closing brace': 'une accolade fermante',
  'account webhooks write them like this': 'les webhooks du compte les écrivent ainsi',
  'another JSON text follows': 'un autre texte JSON suit',
  'a comma is missing': 'il manque une virgule',
  'JSON allows no trailing comma': 'JSON n’admet pas de virgule finale',
  'JSON has no comments': 'JSON n’a pas de commentaires',
  'JSON has no {word}': 'JSON n’a pas de {word}',
  'JSON writes {word}': 'JSON écrit {word}',
  'keys stand in double quotes': 'les clés s’écrivent entre guillemets doubles',
  'JSON knows double quotes only': 'JSON ne connaît que les guillemets doubles',
  'JSON knows straight double quotes only': 'JSON ne connaît que les guillemets doubles droits',
  'a number carries no plus sign': 'un nombre ne porte pas de signe plus',
  'a number begins with a digit': 'un nombre commence par un chiffre',
  'this looks like HTML': 'cela ressemble à du HTML',
  'string ({what~})': 'string ({what~})',
  'object of slug and text, or [] when empty': 'object slug → texte, ou [] si vide',
  'slug → text; [] when there are none': 'slug → texte ; [] s’il n’y en a pas',
  'so far: {values}': 'jusqu’ici : {values}',
  'only null seen; presumably {what~}': 'seul null a été vu ; sans doute {what~}',
  'set by form opt-ins, null elsewhere': 'rempli par les inscriptions de formulaire, null ailleurs',
  'with utm_* in its query; seen live': 'avec utm_* dans sa requête ; vu en production',
  'minor units (cents)': 'unités mineures (centimes)',
  'newer variant; seen live': 'variante plus récente ; vue en production',
  'seconds, as a decimal string': 'secondes, en chaîne décimale',
  'may be after created_at': 'peut être après created_at',
  'in the language of the account': 'dans la langue du compte',
  'instead of a funnel step': 'à la place d’une étape de tunnel',
  'an e-mail address': 'une adresse e-mail',
  'A search has at most {n} characters': 'Une recherche a au plus {n} caractères',
  'This parenthesis was never opened': 'Cette parenthèse n’a jamais été ouverte',
  'This parenthesis is never closed': 'Cette parenthèse n’est jamais fermée',
  'This quote is never closed': 'Ce guillemet n’est jamais fermé',
  'Too many levels inside each other': 'Trop de niveaux imbriqués',
  'A term is missing before this parenthesis': 'Il manque un terme avant cette parenthèse',
  'A term is missing before "{word}": put the word in quotes to search for it':
    'Il manque un terme avant « {word} » : mettez le mot entre guillemets pour le chercher',
  'A term is missing at the end': 'Il manque un terme à la fin',
  'A value is missing after this colon': 'Il manque une valeur après ces deux-points',
  'unknown field "{name}": put it in quotes to search for it':
    'Champ inconnu « {name} » : mettez-le entre guillemets pour le chercher',
  'unknown field "{name}": did you mean "{meant}"?':
    'Champ inconnu « {name} » : vouliez-vous dire « {meant} » ?',
  'unknown {field} "{name}": one of {values}':
    '« {name} » est inconnu pour {field} : un parmi {values}',
  'unknown {field} "{name}": did you mean "{meant}"?':
    '« {name} » est inconnu pour {field} : vouliez-vous dire « {meant} » ?',
  '"{name}" is no number: write {example*}': '« {name} » n’est pas un nombre : écrivez {example*}',
  '"{name}" is no moment: write {example*}': '« {name} » n’est pas un moment : écrivez {example*}',
}

export const say = createSay('fr', messages)
