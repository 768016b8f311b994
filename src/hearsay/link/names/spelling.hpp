// SPDX-License-Identifier: Apache-2.0
// Spellings of names brought together: folding (same letters) and keys (same sound).
#pragma once
#include <string>
#include <string_view>

namespace hearsay::link {

/// One word of a name without what spellings differ in by habit: case, diacritics, apostrophes, full stops.
///
/// "Hasakeh's" is the caller's to cut. Turkish and Kurdish letters become English digraphs (s-cedilla "sh", c-cedilla
/// "ch", x with circumflex...). Arabic letters keep their script: alef, ya, ta marbuta and hamza carriers are unified,
/// vowel signs and tatweel go. "st", "ft" and "mt" become "saint", "fort", "mount". The result may be empty.
std::string fold_word(std::string_view word);

/// The words of a name, folded and joined by one blank; hyphens and slashes part words. "Deir e-Zor" is "deir e zor".
std::string fold_name(std::string_view name);

/// Whether a folded word is the Arabic article in one of its spellings: al, el, ul, il, a, e or assimilated to a sun
/// letter (ad, ar, as, ash, at, az, ath, adh, an and with e: ed, er, es, ez...), or the Arabic letters themselves.
bool is_article(std::string_view folded);

/// A folded name without articles, unless nothing would be left: "deir e zor" is "deir zor". Arabic words lose a
/// leading alef-lam when three letters remain.
std::string without_articles(std::string_view folded);

/// What transliterations of one name have in common, of a folded name: no articles, no blanks, q/k/g/gh one letter,
/// kh/x/h one, dh/z one, th/t one, j/dj one, ou/oo/u/o/w one, ee/i/ei/ay/ai/y one, a and e dropped inside words,
/// doubled letters single, final -a/-ah/-eh/-e gone. Names that sound alike collide on purpose: a key proposes, it
/// does not decide. Empty when fewer than two consonants remain.
std::string sound_key(std::string_view folded);

/// The same without an article written on to the word ("albukamal", "arraqqa"); empty when there is none.
std::string sound_key_glued(std::string_view folded);

/// The consonants of sound_key alone, a leading vowel as "a": for names whose vowels are heard differently ("Idlib",
/// "Edleb"). Coarse: asked last, and only of names with many consonants.
std::string coarse_key(std::string_view folded);
std::string coarse_key_glued(std::string_view folded);

}  // namespace hearsay::link
