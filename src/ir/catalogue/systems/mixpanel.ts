import type { System } from '../system.ts'

/** User profiles. Event exports have no lead in a row and are no business of this catalogue. */
// biome-ignore format: headings are read as a paragraph
export const mixpanel: System = {
  title: 'Mixpanel',
  exports: [
    {
      title: 'user profiles',
      signatures: [
        ['$distinct_id', '$email', '$created'],
        ['$distinct_id', '$last_seen'],
        ['$distinct_id', '$email'],
        ['$distinct_id', '$name', '$email'],
        ['$distinct_id', '$first_name', '$last_name'],
        ['$distinct_id', '$properties.$email'],
        ['$distinct_id', '$properties.$last_seen'],
        ['$distinct_id', '$properties.$created'],
        ['$distinct_id', '$properties.$name'],
      ].map(signature => ['!event', ...signature]),
    },
  ],
  readIn: ['documentation of its API'],
  paths: ['$properties.*', 'properties.*'],
  headings: {
    // only here: an event has a `name` too, and it is the event's
    full_name: ['$name'],
    country: ['mp_country_code'],
    source: ['$initial_referring_domain', 'initial_utm_source'],
  },
  nulls: ['undefined'],
}
