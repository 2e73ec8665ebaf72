import { expect, post, rowsOf, sample, test } from './story.ts'

/** The labels of the article, in the languages of the page. */
const labels: Record<string, { en: string; id: string; fr: string }> = {
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
}
const valid = { en: 'Valid', id: 'Sesuai', fr: 'Conforme' }

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['id-ID', 'id'],
  ['fr-FR', 'fr'],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale })

    test('each documented sample shows its label and is valid', async ({ page, bin }) => {
      await page.goto(bin.inspectUrl)
      for (const [trigger, label] of Object.entries(labels)) {
        await post(bin.captureUrl, sample(trigger))
        // Each lands at the top of the list, without a reload.
        const newest = rowsOf(page, language).first()
        await expect(newest).toContainText(label[language])
        await expect(newest).toContainText(valid[language])
      }
    })
  })
}
