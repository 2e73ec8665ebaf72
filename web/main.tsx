import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { reloadOnUpgrade } from './model/browser.ts'
import { createServices } from './shell/create-services.ts'
import './theme.css'

// Built files lie one folder below the root, wherever that is served.
const here = import.meta.url
const root = new URL(import.meta.env.DEV ? '/' : '..', here)

reloadOnUpgrade(here)

const place = document.getElementById('root')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App services={createServices(root)} />
    </StrictMode>,
  )
}
