-- Words to choose among.

-- The words of a kind, for a form that was given another.
-- name: word_choices
SELECT code, name_sv, name_en FROM word WHERE kind = :kind ORDER BY sort, code;
