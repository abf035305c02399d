import { Content } from 'vitepress'
import theme, { VPHomeContent, VPHomeFeatures, VPHomeHero } from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import './style.css'

export default {
  extends: theme,
  enhanceApp: ({ app, router }) => {
    app.component('FirstPage', FirstPage)
    // Every page is loaded as one: its links are relative to it, so that the site can be read from a disk as well.
    router.onBeforeRouteChange = to => {
      if (import.meta.env.SSR || pathOf(to) === pathOf(location.href)) return true
      location.assign(to)
      return false
    }
  },
}

/** The first page of the default theme, as the main part of the page for screen readers, too. */
function FirstPage() {
  return h('main', { class: 'first-page' }, [h(VPHomeHero), h(VPHomeFeatures), h(VPHomeContent, () => h(Content))])
}

function pathOf(address) {
  return new URL(address, location.href).pathname.replace(/\/index\.html$/, '/')
}
