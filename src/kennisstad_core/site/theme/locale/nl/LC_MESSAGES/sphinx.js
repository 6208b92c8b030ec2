/* SPDX-FileCopyrightText: 2026 The kennisstad_core contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

Documentation.addTranslations({
    "locale": "nl",
    "messages": {
        ", in ": ", in ",
        "Hide Search Matches": "Gevonden woorden niet meer markeren",
        "Preparing search...": "Het zoeken wordt voorbereid …",
        "Search": "Zoeken",
        "Search Page": "Zoeken",
        "Search Results": "Gevonden",
        "Search finished, found one page matching the search query.": [
            "Eén pagina gevonden.",
            "${resultCount} pagina’s gevonden."
        ],
        "Searching": "Bezig met zoeken",
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Niets gevonden. Kijk of de woorden goed gespeld zijn, of zoek op een ander woord."
    },
    "plural_expr": "n != 1 ? 1 : 0"
});
