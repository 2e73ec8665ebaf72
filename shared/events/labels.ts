import type { Trigger } from './trigger.ts'
import type { Label } from './verdict.ts'

/**
 * What the page calls each event. Automation rules: the Indonesian upper-case words are the help
 * article's own, the French ones those of the rule editor; English as far as it was seen, else
 * translated. Account webhooks: English as in the settings, the others translated.
 */
export const labels: Record<Trigger, Label> = {
  'funnel-step-form-subscribed': {
    en: 'Funnel step form subscribed',
    id: 'FORMULIR LANGKAH CORONG DILANGGANI',
    fr: 'Inscription sur la page (optin)',
  },
  'new-sale': { en: 'New sale', id: 'PENJUALAN BARU', fr: 'Nouvelle vente' },
  'tag-added': { en: 'Tag added', id: 'TAG DITAMBAHKAN', fr: 'Tag ajouté' },
  'tag-removed': { en: 'Tag removed', id: 'TAG DIHAPUS', fr: 'Tag supprimé' },
  'blog-page-form-subscribed': {
    en: 'Blog page form subscribed',
    id: 'FORMULIR HALAMAN BLOG DILANGGANI',
    fr: 'Formulaire souscrit sur une page de blog',
  },
  'webinar-registered': {
    en: 'Registered for webinar',
    id: 'TERDAFTAR KE WEBINAR',
    fr: 'Enregistré pour le webinaire',
  },
  'course-enrolled': {
    en: 'Enrolled in course',
    id: 'TERDAFTAR DI KURSUS',
    fr: 'Inscrit à la formation',
  },
  'course-bundle-enrolled': {
    en: 'Enrolled in course bundle',
    id: 'TERDAFTAR DI PAKET KURSUS',
    fr: 'Inscrit au pack de formations',
  },
  'campaign-finished': {
    en: 'Campaign completed',
    id: 'KAMPANYE SELESAI',
    fr: 'Campagne terminée',
  },
  'page-visited': { en: 'Page visited', id: 'HALAMAN DIKUNJUNGI', fr: 'Page visitée' },
  'email-link-clicked': {
    en: 'Email link clicked',
    id: 'TAUTAN EMAIL DIKLIK',
    fr: 'Lien Email cliqué',
  },
  'account-contact-created': { en: 'Contact created', id: 'KONTAK DIBUAT', fr: 'Contact créé' },
  'account-contact-opt-in': { en: 'Opt-in', id: 'OPT-IN KONTAK', fr: 'Inscription du contact' },
  'account-contact-tag-added': {
    en: 'Contact tag added',
    id: 'TAG KONTAK DITAMBAHKAN',
    fr: 'Tag ajouté au contact',
  },
  'account-contact-tag-removed': {
    en: 'Contact tag removed',
    id: 'TAG KONTAK DIHAPUS',
    fr: 'Tag retiré du contact',
  },
  'account-sale-new': { en: 'New sale', id: 'PENJUALAN BARU', fr: 'Nouvelle vente' },
  'account-sale-canceled': { en: 'Sale canceled', id: 'PENJUALAN DIBATALKAN', fr: 'Vente annulée' },
}

/** An event of a known family whose type no document describes. */
export const undocumentedLabel: Label = {
  en: 'Undocumented event',
  id: 'PERISTIWA TIDAK TERDOKUMENTASI',
  fr: 'Événement non documenté',
}

/** An opt-in of which the data does not tell where. */
export const optInLabel: Label = {
  en: 'Form subscribed',
  id: 'FORMULIR DILANGGANI',
  fr: 'Formulaire souscrit',
}

/** Account webhooks whose name was lost, by what their body can be. */
export const ambiguousLabels = {
  contact: {
    en: 'Contact created or opt-in',
    id: 'KONTAK DIBUAT ATAU OPT-IN',
    fr: 'Contact créé ou inscription',
  },
  tag: {
    en: 'Contact tag added or removed',
    id: 'TAG KONTAK DITAMBAHKAN ATAU DIHAPUS',
    fr: 'Tag ajouté au contact ou retiré',
  },
  sale: {
    en: 'Sale, new or canceled',
    id: 'PENJUALAN BARU ATAU DIBATALKAN',
    fr: 'Vente, nouvelle ou annulée',
  },
} as const satisfies Record<string, Label>
