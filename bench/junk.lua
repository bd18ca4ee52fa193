-- Addresses that differ in their query only, each twice; numbered on from the argument.
first, asked = 0, 0 -- global, for done to read
local dear = { "/search/?q=", "/careers/?q=", "/occupations/?q=", "/api/v1/search/?q=", "/api/v1/salaries/?page_size=" }

function init(arguments)
  first = tonumber(arguments[1])
end

function request()
  local number = first + math.floor(asked / 2)
  asked = asked + 1
  if number % 50 == 0 then
    return wrk.format("GET", dear[number / 50 % #dear + 1] .. number)
  end
  return wrk.format("GET", "/robots.txt?junk=" .. number)
end

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function done()
  local distinct = 0
  for _, thread in ipairs(threads) do
    distinct = distinct + math.floor(thread:get("asked") / 2)
  end
  print("distinct: " .. distinct)
end
